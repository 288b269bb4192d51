import Fastify from 'fastify';
import { beantwoord } from './assistent.js';

const server = Fastify({ logger: true });

server.post<{ Body: { vraag: string } }>('/vraag', async ({ body }) => ({
  antwoord: await beantwoord([{ role: 'user', content: body.vraag }]),
}));

await server.listen({ port: 3000, host: '0.0.0.0' });
