/** OpenAI: unions in a body, uploads, binary content, cursors. */
import { createClient, type ListFilesResponse } from "./client/index.js";
import {
  createChatCompletion,
  createFile,
  createSpeech,
  createTranscription,
  listAssistants,
  listFiles,
} from "./client/operations/index.js";

export async function run(baseUrl: string): Promise<string> {
  const openai = createClient({ baseUrl, auth: { ApiKeyAuth: "sk-1" }, maxNetworkRetries: 0 });
  const chat = await createChatCompletion(openai, {
    model: "gpt-4",
    messages: [
      { role: "system", content: "Be short." },
      { role: "user", content: [{ type: "text", text: "Hello" }] },
    ],
  });
  const file = new Blob(["{}\n"], { type: "application/jsonl" });
  const stored = await createFile(openai, { file, purpose: "fine-tune" });
  const { text } = await createTranscription(openai, { file, model: "whisper-1" });
  const speech = await createSpeech(openai, { model: "tts-1", input: "Hello", voice: "alloy" });
  const bytes = (await new Response(speech).arrayBuffer()).byteLength;
  const files: ListFilesResponse = await listFiles(openai, { purpose: "fine-tune" });
  const { data, has_more } = await listAssistants(openai, { limit: 1 });
  const message = chat.choices[0]?.message.content;
  return `${message}; ${stored.object}, ${files.data.length} files; ${text}; ${bytes} bytes; ${data.length} ${has_more}`;
}
