export { SessionGate } from "./session-gate";
export { hasRole, type Person, type Role, useSession } from "./session-store";
