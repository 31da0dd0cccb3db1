/** Copies of the store: backups to restore, exports in open formats. */
export { backUp, backupName, backupsFolder, removeOwnBackups, type Backup, type BackupOptions } from "./backup.ts";
export { backupManifest } from "./manifest.ts";
export { restore, takeBackRestore, type Restored, type RestoreOptions } from "./restore.ts";
export { clearTemporary } from "./temporary.ts";
export { CopyTrouble } from "./trouble.ts";
