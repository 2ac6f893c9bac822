// Apart from the rest, because it loads the library: who only enqueues does not need it.
export { prepareJobs } from "./prepare.ts";
export { type Jobs, type JobsOptions, startJobs } from "./start.ts";
