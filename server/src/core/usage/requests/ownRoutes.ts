import type { CallFact } from '../../syntax/fact.js';

/** What a server is told its paths with, in the frameworks of the languages: Express, Gin, Laravel, minimal APIs. */
const tellsPath =
  /(?:^|[.:>$])(?:app|router|routes?|server|fastify|blueprint|bp|mux|Route|Router|builder)(?:\.|::)(?:post|get|put|all|use|route|any|match|add|handle)$/i;
/** Go's routers write their verbs in capitals; its clients do not. */
const capitals = /^\w+(?:\.\w+)?\.(?:POST|GET|PUT|Any|Handle|HandleFunc|Group)$/;
/** `post "/v1/chat/completions" do` of Ruby, `post("/v1/chat/completions") { … }` of Ktor: a verb by itself. */
const verbAlone = /^(?:post|get|put|route)$/;
const sendsAlong = /^(?:body|json|data|headers|form|params|payload|query)$/;

/** Whether a call with a path says which path a server of the project's own answers to: it asks nothing. */
export function isOwnRoute({ callee, args, isAnnotation }: CallFact): boolean {
  if (isAnnotation === true) return false;
  if (tellsPath.test(callee)) return true;
  // `httr::POST(url, body = …)` of R: a route has nothing to send along.
  return (
    (verbAlone.test(callee) || capitals.test(callee)) &&
    !args.some(({ name }) => name !== undefined && sendsAlong.test(name))
  );
}
