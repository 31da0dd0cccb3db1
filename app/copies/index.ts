/** Copies of the store: backups to restore, exports in open formats. */
export { backUp, backupName, backupsFolder } from "./backup.ts";
export { exportSchema } from "./export-schema.ts";
export { exportStore } from "./export-store.ts";
export { backupManifest, exportManifest } from "./manifest.ts";
export { removeAll } from "./remove-all.ts";
export { restore, takeBackRestore, type Restored } from "./restore.ts";
export { clearTemporary } from "./temporary.ts";
export { copyAt, hasStore, isEmptyStore } from "./take-in-export.ts";
export { CopyTrouble } from "./trouble.ts";
