/** Maker and product in words as far as they are known, for reading only; null where nothing tells. */
export function deviceName(manufacturer: number, product: number, productName: string | null): string | null {
  const maker = makers[manufacturer];
  if (productName) return maker && !productName.toLowerCase().includes(maker.toLowerCase()) ? `${maker} ${productName}` : productName;
  const known = manufacturer === garmin ? garminWatches[product] : undefined;
  if (known) return `Garmin ${known}`;
  if (!maker) return Number.isNaN(manufacturer) ? null : `maker ${manufacturer}${Number.isNaN(product) ? "" : `, product ${product}`}`;
  return Number.isNaN(product) || product === 0 ? maker : `${maker} ${product}`;
}

const garmin = 1;

const makers: Readonly<Record<number, string>> = {
  [garmin]: "Garmin", 15: "Dynastream", 16: "Timex", 23: "Suunto", 28: "TrainingPeaks", 32: "Wahoo", 34: "Archinoetics", 52: "Epson", 70: "Sigma", 71: "TomTom", 72: "Peripedal",
  95: "Stryd", 112: "Bryton", 122: "Matrix", 123: "Polar", 129: "Coros", 140: "Decathlon", 142: "TAG Heuer", 255: "development", 258: "Lezyne", 259: "RunScribe", 260: "Zwift",
  265: "Strava", 267: "Bryton", 294: "Coros", 300: "Nurvv", 305: "Whoop", 307: "OneLap", 310: "Decathlon", 326: "Nike", 337: "Runna", 339: "Zepp", 340: "Peloton",
  348: "Huawei",
};

/** Garmin's running watches by product number. */
const garminWatches: Readonly<Record<number, string>> = {
  717: "Forerunner 405", 782: "Forerunner 50", 988: "Forerunner 60", 1018: "Forerunner 310XT", 1124: "Forerunner 110", 1328: "Forerunner 910XT", 1345: "Forerunner 610",
  1360: "Forerunner 210", 1436: "Forerunner 70", 1482: "Forerunner 10", 1551: "fenix", 1623: "Forerunner 620", 1632: "Forerunner 220", 1765: "Forerunner 920XT",
  1903: "Forerunner 15", 1907: "vivoactive", 1967: "fenix 2", 1988: "epix", 2050: "fenix 3", 2130: "Forerunner 920XT", 2131: "Forerunner 920XT", 2132: "Forerunner 920XT",
  2148: "Forerunner 25", 2153: "Forerunner 225", 2156: "Forerunner 630", 2157: "Forerunner 230", 2158: "Forerunner 735XT", 2337: "vivoactive HR", 2413: "fenix 3 HR",
  2431: "Forerunner 235", 2503: "Forerunner 35", 2544: "fenix 5S", 2604: "fenix 5X", 2691: "Forerunner 935", 2697: "fenix 5", 2700: "vivoactive 3", 2886: "Forerunner 645",
  2888: "Forerunner 645 Music", 2900: "fenix 5S Plus", 3076: "Forerunner 245", 3077: "Forerunner 245 Music", 3110: "fenix 5 Plus", 3111: "fenix 5X Plus", 3113: "Forerunner 945",
  3224: "vivoactive 4S", 3225: "vivoactive 4", 3226: "Venu", 3282: "Forerunner 45", 3287: "fenix 6S", 3288: "fenix 6S Pro", 3289: "fenix 6", 3290: "fenix 6 Pro",
  3291: "fenix 6X Pro", 3589: "Forerunner 745", 3600: "Venu Sq", 3638: "Enduro", 3652: "Forerunner 945 LTE", 3703: "Venu 2", 3704: "Venu 2S", 3851: "Venu 2 Plus",
  3869: "Forerunner 55", 3888: "Instinct 2", 3889: "Instinct 2S", 3905: "fenix 7S", 3906: "fenix 7", 3907: "fenix 7X", 3943: "epix 2", 3990: "Forerunner 255 Music",
  3991: "Forerunner 255S Music", 3992: "Forerunner 255", 3993: "Forerunner 255S", 4024: "Forerunner 955", 4257: "Forerunner 265", 4258: "Forerunner 265S", 4260: "Venu 3",
  4261: "Venu 3S", 4315: "Forerunner 965", 4374: "fenix 7S Pro", 4375: "fenix 7 Pro", 4376: "fenix 7X Pro", 4394: "Instinct 2X", 4426: "vivoactive 5",
  4432: "Forerunner 165", 4433: "Forerunner 165 Music", 4534: "fenix 8", 4536: "fenix 8",
};
