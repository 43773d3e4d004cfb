import { program } from "../built/main.js";

for (const line of await program(process.env.API)) console.log(line);
