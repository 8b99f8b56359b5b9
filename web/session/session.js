/** What the form of a session has beside other forms, in one bundle that is fetched with the first of them. */
export { DeviceKeeping } from "./device-keeping.js";
export { DueTimer } from "./due-timer.js";
