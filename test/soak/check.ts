export interface SoakOptions {
  /** So many of `turns`; a tenth as many messages of `hostile`. */
  readonly turns: number;
  /** How long `connections` and `replicas` stay under load. */
  readonly seconds: number;
}

/** What came of a check: whether it held, and the numbers that say so. */
export interface Finding {
  readonly ok: boolean;
  readonly numbers: string;
}

/** One trouble the bot has to live through. Throws only where it could not be tried. */
export type Check = (options: SoakOptions) => Promise<Finding>;
