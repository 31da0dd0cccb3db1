/** Copies of the store: backups to restore, exports in open formats. */
export { backUp, backupName, backupsFolder, removeOwnBackups, type Backup, type BackupOptions } from "./backup.ts";
export { exportSchema } from "./export-schema.ts";
export { exportStore } from "./export-store.ts";
export { backupManifest, exportManifest } from "./manifest.ts";
export { restore, takeBackRestore, type Restored, type RestoreOptions } from "./restore.ts";
export { clearTemporary } from "./temporary.ts";
export { copyAt, hasStore, isEmptyStore } from "./take-in-export.ts";
export { CopyTrouble } from "./trouble.ts";
