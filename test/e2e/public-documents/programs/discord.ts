/** Discord (3.1): unions, cursors by id, a bot's token. */
import { createClient } from "./client/index.js";
import {
  createApplicationCommand,
  getMyApplication,
  joinThread,
  listThreadMembers,
} from "./client/operations/index.js";

export async function run(baseUrl: string): Promise<string> {
  const discord = createClient({ baseUrl, auth: { BotToken: "Bot token" }, maxNetworkRetries: 0 });
  const application = await getMyApplication(discord);
  const command = await createApplicationCommand(discord, application.id, {
    name: "hello",
    description: "Says hello",
    options: [{ type: 3, name: "who", description: "Whom", required: true }],
  });
  await joinThread(discord, "41771983423143937");
  let after: string | undefined;
  const members = await listThreadMembers(discord, "41771983423143937", {
    limit: 1,
    ...(after === undefined ? {} : { after }),
  });
  after = members.at(-1)?.user_id;
  return `${application.name}: ${command.name}, ${members.length} members`;
}
