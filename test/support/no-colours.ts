/** What tests and the processes that they start write has no colours, whatever started them: CI sets `FORCE_COLOR`. */
delete process.env["FORCE_COLOR"];
process.env["NO_COLOR"] = "1";
