/** A field worth reading: value = stored / scale − offset. */
export interface ProfileField {
  readonly number: number;
  readonly scale?: number;
  readonly offset?: number;
  /** `text` is a string; the other two unpack into several columns and carry a running total. */
  readonly form?: "text" | "compressed-speed-distance" | "cycles";
}

/** A message worth reading and its fields by the name of their column. */
export interface ProfileMessage {
  readonly number: number;
  readonly fields: Readonly<Record<string, ProfileField>>;
}

/** Number of the field that holds a message's time, the same in every message. */
export const timestampField = 253;

const timestamp: ProfileField = { number: timestampField };

/** The part of the FIT profile that a run needs; every other message is skipped by its size. */
export const profile = {
  fileId: {
    number: 0,
    fields: { type: { number: 0 }, manufacturer: { number: 1 }, product: { number: 2 }, timeCreated: { number: 4 }, productName: { number: 8, form: "text" } },
  },
  sport: { number: 12, fields: { sport: { number: 0 }, subSport: { number: 1 }, name: { number: 3, form: "text" } } },
  session: {
    number: 18,
    fields: {
      timestamp, startTime: { number: 2 }, sport: { number: 5 }, subSport: { number: 6 }, elapsedTime: { number: 7, scale: 1000 },
      distance: { number: 9, scale: 100 }, profileName: { number: 110, form: "text" },
    },
  },
  lap: { number: 19, fields: { timestamp, sport: { number: 25 }, subSport: { number: 39 } } },
  record: {
    number: 20,
    fields: {
      timestamp,
      latitudeDegrees: { number: 0, scale: 2 ** 31 / 180 },
      longitudeDegrees: { number: 1, scale: 2 ** 31 / 180 },
      altitude: { number: 2, scale: 5, offset: 500 },
      heartRate: { number: 3 },
      cadence: { number: 4 },
      distance: { number: 5, scale: 100 },
      speed: { number: 6, scale: 1000 },
      power: { number: 7 },
      compressed: { number: 8, form: "compressed-speed-distance" },
      temperature: { number: 13 },
      cycles: { number: 18, form: "cycles" },
      totalCycles: { number: 19 },
      verticalOscillation: { number: 39, scale: 10_000 },
      stanceTime: { number: 41, scale: 10_000 },
      fractionalCadence: { number: 53, scale: 128 },
      enhancedSpeed: { number: 73, scale: 1000 },
      enhancedAltitude: { number: 78, scale: 5, offset: 500 },
      stanceTimeBalance: { number: 84, scale: 10_000 },
      stepLength: { number: 85, scale: 10_000 },
    },
  },
  event: { number: 21, fields: { timestamp, event: { number: 0 }, eventType: { number: 1 } } },
  deviceInfo: {
    number: 23,
    fields: { deviceIndex: { number: 0 }, manufacturer: { number: 2 }, product: { number: 4 }, productName: { number: 27, form: "text" } },
  },
  activity: { number: 34, fields: { timestamp, localTimestamp: { number: 5 } } },
  weatherConditions: { number: 128, fields: { timestamp, report: { number: 0 }, temperature: { number: 1 }, condition: { number: 2 }, humidity: { number: 7 } } },
  fieldDescription: {
    number: 206,
    fields: {
      developer: { number: 0 }, field: { number: 1 }, baseType: { number: 2 }, name: { number: 3, form: "text" }, scale: { number: 6 }, offset: { number: 7 },
      units: { number: 8, form: "text" }, nativeMessage: { number: 14 }, nativeField: { number: 15 },
    },
  },
} as const satisfies Readonly<Record<string, ProfileMessage>>;

/** Name of a message that is kept in columns. */
export type MessageName = keyof typeof profile;
