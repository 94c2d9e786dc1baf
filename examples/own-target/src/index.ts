/** `golive-target-harbour`: our own platform, as golive judges it. */
export { harbour } from './profile.js';
