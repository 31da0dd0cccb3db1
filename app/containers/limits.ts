/** What a container may ask of this machine; each limit ends one member or one archive, never the import. */
export interface ContainerLimits {
  /** Unpacked size of one recording [bytes]: a day at ten records a second is a tenth of it. */
  readonly largestMember: number;
  /** Unpacked size of one archive within an archive [bytes]: the parts of a Garmin export are at most a few GB. */
  readonly largestNestedArchive: number;
  /** Unpacked size of a member that is read as a stream [bytes]: the longest Apple Health exports are some GB. */
  readonly largestStream: number;
  /** Archives within archives: Garmin's export has two levels. */
  readonly deepestNesting: number;
  /** Unpacked size of all archives within archives together [bytes]: ten times the longest account seen. */
  readonly mostUnpackedArchives: number;
  /** Files found in one import: thirty years of daily runs with all that a watch sends beside them. */
  readonly mostMembers: number;
  /** Unpacked over packed size: deflate itself ends at 1032, recordings and text seldom pass 40; checked on members above `ratioCounts`. */
  readonly largestRatio: number;
  /** Members unpacking to less than this may have any ratio [bytes]. */
  readonly ratioCounts: number;
  /** Bytes of one member's name. */
  readonly longestName: number;
}

const mebibyte = 2 ** 20;

export const usualLimits: ContainerLimits = {
  largestMember: 256 * mebibyte,
  largestNestedArchive: 16 * 1024 * mebibyte,
  mostUnpackedArchives: 64 * 1024 * mebibyte,
  largestStream: 64 * 1024 * mebibyte,
  deepestNesting: 4,
  mostMembers: 250_000,
  largestRatio: 250,
  ratioCounts: 8 * mebibyte,
  longestName: 1024,
};
