import type { CallFact, FileFacts } from '../syntax/fact.js';

/** Heads and helpers of models that sort, mark or recognise. */
const sorts =
  /For(?:Audio|Token|Sequence|Image|Video|Object|Zero\w*)(?:Frame)?(?:Classification|Detection)|ForCTC$|ForMaskedLM$|ForSemanticSegmentation$|FeatureExtractor$|TokenClassification$/;
/** Models that read and mark, by their makers' names: `BertModel`, `RobertaTokenizer`. */
const reads =
  /^(?:TF|Flax)?(?:(?:Distil|Modern|Mobile)?Bert|(?:XLM)?Roberta|Albert|Camembert|Deberta|Electra|XLNet)(?!LMHead)[A-Z]/;
/** Those of models that write. */
const writes =
  /^EncoderDecoder|For(?:CausalLM|Seq2SeqLM|ConditionalGeneration|Vision2Seq|ImageTextToText)$|LMHead|MarianMT|Streamer$|GenerationConfig$/;
const tasks =
  /^(?:(?:audio|text|token|image|video|zero-shot\S*)-classification|ner|sentiment-analysis|fill-mask|object-detection|automatic-speech-recognition|feature-extraction)$/;

const ofTransformers = /^transformers(?:\.|$)/;

/** Whether all that a file takes from Hugging Face's transformers sorts and recognises, and nothing of it writes. */
export function onlyClassifies({ imports, calls }: FileFacts): boolean {
  const taken = imports.filter(({ module }) => ofTransformers.test(module)).flatMap(({ names }) => names);
  const isSorting = ({ callee, args: [first] }: CallFact): boolean =>
    /(?:^|\.)pipeline$/.test(callee) && first?.value.t === 'string' && tasks.test(first.value.value);
  if (!taken.some(({ name }) => sorts.test(name) || reads.test(name)) && !(taken.length > 0 && calls.some(isSorting)))
    return false;
  if (taken.some(({ name }) => writes.test(name))) return false;
  return calls.every((call) => {
    if (/(?:^|\.)generate$/.test(call.callee)) return false;
    return !/(?:^|\.)pipeline$/.test(call.callee) || isSorting(call);
  });
}
