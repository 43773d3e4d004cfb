/** Slack: forms, a token in the query, cursors, a response that is one of several. */
import { createClient } from "./client/index.js";
import { chatPostMessage, conversationsList, usersList } from "./client/operations/index.js";

let pages = 0;
export const overrides = {
  "GET /conversations.list": () => ({
    response_metadata: { next_cursor: ++pages < 3 ? `cursor${pages}` : "" },
  }),
};

export async function run(baseUrl: string): Promise<string> {
  const slack = createClient({ baseUrl, auth: { slackAuth: "xoxb-1" }, maxNetworkRetries: 0 });
  let channels = 0;
  let cursor: string | undefined;
  do {
    const page = await conversationsList(slack, {
      token: "xoxb-1",
      limit: 100,
      ...(cursor ? { cursor } : {}),
    });
    channels += page.channels.length;
    cursor = page.response_metadata?.next_cursor;
  } while (cursor);
  if (pages !== 3) throw new Error(`${pages} pages`);
  const posted = await chatPostMessage(slack, {
    header: { token: "xoxb-1" },
    body: { channel: "C1", text: "Hello", link_names: true },
  });
  const { members } = await usersList(slack, { token: "xoxb-1", limit: 1 });
  const users = members.length;
  return `${channels} channels, ${users} users, posted ${posted.ts}`;
}
