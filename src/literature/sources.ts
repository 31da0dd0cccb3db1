import type { Evidence } from "./figure.ts";

/** A published work that a number, equation or data set was taken from. */
export interface Source {
  readonly title: string;
  readonly doi: string | null;
  /** False where the DOI was not resolved by us. */
  readonly doiVerified: boolean;
  readonly evidence: Evidence;
}

/** Every work Footfall rests on, by author and year. */
export const sources = {
  "morin-2005": { title: "Morin et al. 2005, A method for assessing lower limb stiffness during running", doi: "10.1123/jab.21.2.167", doiVerified: true, evidence: "S" },
  "liu-nigg-2000": { title: "Liu & Nigg 2000, A mechanical model to determine the influence of masses and mass distribution on the impact force during running", doi: "10.1016/S0021-9290(99)00151-7", doiVerified: true, evidence: "S" },
  "zadpoor-2007": { title: "Zadpoor, Nikooyan & Arshi 2007, A model-based parametric study of impact force during running", doi: "10.1016/j.jbiomech.2006.09.016", doiVerified: false, evidence: "S" },
  "clark-2014": { title: "Clark & Weyand 2014, Are running speeds maximized with simple-spring stance mechanics?", doi: "10.1242/jeb.099523", doiVerified: true, evidence: "S2" },
  "clark-2017": { title: "Clark, Ryan & Weyand 2017, A general relationship links gait mechanics and running ground reaction forces", doi: "10.1242/jeb.138057", doiVerified: true, evidence: "S2" },
  "karamanidis-arampatzis-2005": { title: "Karamanidis & Arampatzis 2005, Mechanical and morphological properties of different muscle-tendon units in the lower extremity and running mechanics", doi: "10.1242/jeb.01830", doiVerified: false, evidence: "S" },
  "fukuchi-2017": { title: "Fukuchi, Fukuchi & Duarte 2017, A public dataset of running biomechanics", doi: "10.7717/peerj.3298", doiVerified: true, evidence: "S2" },
  "vitale": { title: "Vitale et al., spatio-temporal data of running at 3.0, 4.5 and 6.0 m/s", doi: null, doiVerified: false, evidence: "S2" },
  "balsalobre-fernandez-2016": { title: "Balsalobre-Fernández, Agopyan & Morin 2016, The validity and reliability of an iPhone app for measuring running mechanics", doi: null, doiVerified: false, evidence: "S" },
  "moore-2019": { title: "Moore et al. 2019, step rate of trained runners", doi: "10.3389/fspor.2019.00053", doiVerified: true, evidence: "S" },
  "alcantara-2021": { title: "Alcantara et al. 2021, Low-cost, high-accuracy assessment of running ground reaction force with a sacral accelerometer", doi: "10.7717/peerj.11199", doiVerified: true, evidence: "S" },
  "alcantara-2022": { title: "Alcantara et al. 2022, Predicting continuous ground reaction forces from accelerometers during uphill and downhill running", doi: "10.7717/peerj.12752", doiVerified: true, evidence: "S" },
  "patoz-2022": { title: "Patoz et al. 2022, Estimating vertical force, contact and flight time from a sacral-mounted inertial sensor", doi: "10.3390/s22030784", doiVerified: true, evidence: "S" },
  "falbriard-2018": { title: "Falbriard et al. 2018, Accurate estimation of running temporal parameters using foot-worn inertial sensors", doi: "10.3389/fphys.2018.00610", doiVerified: true, evidence: "S" },
  "nilsson-thorstensson-1989": { title: "Nilsson & Thorstensson 1989, Ground reaction forces at different speeds of human walking and running", doi: "10.1111/j.1748-1716.1989.tb08655.x", doiVerified: true, evidence: "S2" },
  "teng-powers-2015": { title: "Teng & Powers 2015, Influence of trunk posture on lower extremity energetics during running", doi: null, doiVerified: false, evidence: "S" },
  "de-leva-1996": { title: "De Leva 1996, Adjustments to Zatsiorsky-Seluyanov's segment inertia parameters", doi: "10.1016/0021-9290(95)00178-6", doiVerified: true, evidence: "M-h" },
  "wilke-1999": { title: "Wilke et al. 1999, New in vivo measurements of pressures in the intervertebral disc in daily life", doi: "10.1097/00007632-199904150-00011", doiVerified: false, evidence: "S" },
  "dreischarf-2013": { title: "Dreischarf et al. 2013, In vitro and in silico investigations of disc pressure and force", doi: "10.1016/j.medengphy.2013.03.007", doiVerified: false, evidence: "M-h" },
  "dreischarf-2015": { title: "Dreischarf et al. 2015, In vivo implant forces acting on a vertebral body replacement during upper body flexion", doi: "10.1016/j.jbiomech.2015.01.007", doiVerified: true, evidence: "S" },
  "coenen-2012": { title: "Coenen et al. 2012, cumulative low-back load: best fit of load and cycles in vitro", doi: null, doiVerified: false, evidence: "S" },
  "iso-2631-5-2004": { title: "ISO 2631-5:2004, Evaluation of human exposure to whole-body vibration containing multiple shocks", doi: null, doiVerified: false, evidence: "M-h" },
  "edwards-2018": { title: "Edwards 2018, Modeling overuse injuries in sport as a mechanical fatigue phenomenon", doi: "10.1249/JES.0000000000000163", doiVerified: true, evidence: "S" },
  "malisoux-2021": { title: "Malisoux et al. 2021, Effect of shoe cushioning on landing impact forces and spatiotemporal parameters during running", doi: "10.1080/17461391.2020.1809713", doiVerified: true, evidence: "S" },
  "baltich-2015": { title: "Baltich et al. 2015, Increased vertical impact forces and altered running mechanics with softer midsole shoes", doi: "10.1371/journal.pone.0125196", doiVerified: true, evidence: "S" },
  "mitchell-2023": { title: "Mitchell et al. 2023, meta-analysis of running surface hardness and loading", doi: "10.1080/14763141.2023.2236058", doiVerified: true, evidence: "S" },
  "minetti-2002": { title: "Minetti et al. 2002, Energy cost of walking and running at extreme uphill and downhill slopes", doi: "10.1152/japplphysiol.01177.2001", doiVerified: true, evidence: "S" },
  "cook-1985": { title: "Cook, Kester & Brunet 1985, Shock absorption characteristics of running shoes", doi: "10.1177/036354658501300406", doiVerified: false, evidence: "S2" },
  "colino-2020": { title: "Colino et al. 2020, Shock absorption, vertical deformation and energy restitution of treadmills", doi: "10.3390/s20143822", doiVerified: true, evidence: "S" },
  "cappozzo-1984": { title: "Cappozzo 1984, Compressive loads in the lumbar vertebral column during normal level walking", doi: null, doiVerified: false, evidence: "S" },
  "rubin-2003": { title: "Rubin et al. 2003, Transmissibility of 15-Hertz to 35-Hertz vibrations to the human hip and lumbar spine", doi: "10.1097/01.BRS.0000092383.05571.45", doiVerified: false, evidence: "S" },
  "shorten-winslow-1992": { title: "Shorten & Winslow 1992, Spectral analysis of impact shock during running", doi: "10.1123/ijsb.8.4.288", doiVerified: true, evidence: "S" },
  "mercer-2002": { title: "Mercer et al. 2002, Relationship between shock attenuation and stride length during running at different velocities", doi: "10.1007/s00421-002-0646-9", doiVerified: true, evidence: "S" },
  "heiderscheit-2011": { title: "Heiderscheit et al. 2011, Effects of step rate manipulation on joint mechanics during running", doi: "10.1249/MSS.0b013e3181ebedf4", doiVerified: true, evidence: "S" },
  "sheerin-2020": { title: "Sheerin et al. 2020, tibial acceleration of runners at two speeds", doi: "10.1080/14763141.2018.1546890", doiVerified: true, evidence: "S" },
  "ferro-sanchez-2023": { title: "Ferro-Sánchez et al. 2023, An analysis of running impact on different surfaces for injury prevention", doi: "10.3390/ijerph20146405", doiVerified: true, evidence: "S" },
  "kong-2012": { title: "Kong et al. 2012, Unmatched perception of speed when running overground and on a treadmill", doi: "10.1016/j.gaitpost.2012.01.001", doiVerified: false, evidence: "S" },
  "castillo-lieberman-2018": { title: "Castillo & Lieberman 2018, Shock attenuation in the human lumbar spine during walking and running", doi: "10.1242/jeb.177949", doiVerified: true, evidence: "S" },
  "ogon-2001": { title: "Ogon et al. 2001, acceleration of the third lumbar vertebra in barefoot and shod jogging", doi: null, doiVerified: false, evidence: "S" },
  "izambert-2003": { title: "Izambert et al. 2003, Dynamic axial properties of the lumbar disc", doi: "10.1007/s00586-003-0569-0", doiVerified: true, evidence: "S" },
  "el-khatib-2001": { title: "El-Khatib & Guillon 2001, vibration of the vertebrae of seated people", doi: null, doiVerified: false, evidence: "S" },
  "fairley-griffin-1989": { title: "Fairley & Griffin 1989, The apparent mass of the seated human body: vertical vibration", doi: "10.1016/0021-9290(89)90031-6", doiVerified: false, evidence: "S2" },
  "boileau-rakheja-1998": { title: "Boileau & Rakheja 1998, Whole-body vertical biodynamic response characteristics of the seated vehicle driver", doi: null, doiVerified: false, evidence: "M-h" },
  "ferris-1999": { title: "Ferris, Liang & Farley 1999, Runners adjust leg stiffness for their first step on a new running surface", doi: "10.1016/S0021-9290(99)00078-0", doiVerified: false, evidence: "S" },
  "kerdok-2002": { title: "Kerdok et al. 2002, Energetics and mechanics of human running on surfaces of different stiffnesses", doi: "10.1152/japplphysiol.01164.2000", doiVerified: false, evidence: "S" },
  "farley-gonzalez-1996": { title: "Farley & González 1996, Leg stiffness and stride frequency in human running", doi: "10.1016/0021-9290(95)00029-1", doiVerified: true, evidence: "S" },
  "hoogkamer-2018": { title: "Hoogkamer et al. 2018, A comparison of the energetic cost of running in marathon racing shoes", doi: "10.1007/s40279-017-0811-2", doiVerified: true, evidence: "M-h" },
  "gibson-ashby-1997": { title: "Gibson & Ashby 1997, Cellular solids: structure and properties", doi: null, doiVerified: false, evidence: "M-h" },
  "astm-f1976-06": { title: "ASTM F1976-06, Standard test method for impact attenuation of athletic shoe cushioning systems", doi: null, doiVerified: false, evidence: "S" },
  "wang-2012": { title: "Wang et al. 2012, Longitudinal cushioning of running shoes of three midsole materials over 500 km", doi: "10.1080/02640414.2012.723819", doiVerified: true, evidence: "S" },
  "garbutt-1990": { title: "Garbutt et al. 1990, Running speed and spinal shrinkage in runners with and without low back pain", doi: "10.1249/00005768-199012000-00006", doiVerified: true, evidence: "S" },
  "kingsley-2012": { title: "Kingsley et al. 2012, lumbar disc height and volume after treadmill running", doi: null, doiVerified: false, evidence: "S" },
  "tyrrell-1985": { title: "Tyrrell, Reilly & Troup 1985, Circadian variation in stature and the effects of spinal loading", doi: "10.1097/00007632-198503000-00011", doiVerified: true, evidence: "S" },
  "belavy-2017": { title: "Belavy et al. 2017, Running exercise strengthens the intervertebral disc", doi: "10.1038/srep45975", doiVerified: true, evidence: "S" },
  "asteroid-2024": { title: "ASTEROID trial 2024, run-walk programme for chronic low back pain", doi: "10.1136/bjsports-2024-108245", doiVerified: true, evidence: "S" },
  "malisoux-2020": { title: "Malisoux et al. 2020, Shoe cushioning influences the running injury risk according to body mass", doi: "10.1177/0363546519892578", doiVerified: true, evidence: "S" },
  "anderson-2022": { title: "Anderson et al. 2022, What is the effect of changing running step rate on injury, performance and biomechanics?", doi: "10.1186/s40798-022-00504-0", doiVerified: true, evidence: "S" },
  "drozda-2024": { title: "Drozda et al. 2024, running mechanics of runners with and without low back pain", doi: "10.1016/j.gaitpost.2024.06.015", doiVerified: true, evidence: "S" },
  "maselli-2020": { title: "Maselli et al. 2020, Prevalence and incidence of low back pain among runners: a systematic review", doi: "10.1186/s12891-020-03357-4", doiVerified: true, evidence: "S" },
  "frandsen-2025": { title: "Frandsen et al. 2025, running injury after a session longer than the longest of 30 days", doi: "10.1136/bjsports-2024-109380", doiVerified: true, evidence: "S" },
  "steffens-2015": { title: "Steffens et al. 2015, What triggers an episode of acute low back pain? A case-crossover study", doi: "10.1002/acr.22533", doiVerified: true, evidence: "S" },
  "wu-2021": { title: "Wu et al. 2021, low back pain in 800 marathon runners", doi: "10.1155/2021/6660304", doiVerified: true, evidence: "S" },
  "running-injury-index-2020": { title: "A recovery index for running injuries: its minimal important change, 2020", doi: "10.2519/jospt.2020.9698", doiVerified: true, evidence: "S" },
  "clarsen-2020": { title: "Clarsen et al. 2020, Improved reporting of overuse injuries and health problems in sport: OSTRC questionnaires", doi: "10.1136/bjsports-2019-101337", doiVerified: true, evidence: "S2" },
  "ifompt-red-flags-2020": { title: "Finucane et al. 2020, International framework for red flags for potential serious spinal pathologies", doi: "10.2519/jospt.2020.9971", doiVerified: true, evidence: "S2" },
  "nice-ng59": { title: "NICE guideline NG59, Low back pain and sciatica in over 16s: assessment and management", doi: null, doiVerified: false, evidence: "S2" },
  "maclure-1991": { title: "Maclure 1991, The case-crossover design: a method for studying transient effects on the risk of acute events", doi: "10.1093/oxfordjournals.aje.a115853", doiVerified: true, evidence: "S2" },
  "hsieh-1989": { title: "Hsieh 1989, Sample size tables for logistic regression", doi: null, doiVerified: false, evidence: "S2" },
  "ker-1996": { title: "Ker 1996, The time-dependent mechanical properties of the human heel pad in the context of locomotion", doi: null, doiVerified: false, evidence: "S" },
  "garofolini-2019": { title: "Garofolini et al. 2019, Ankle joint dynamic stiffness in long-distance runners", doi: "10.3390/app9194100", doiVerified: true, evidence: "S" },
  "ker-1987": { title: "Ker et al. 1987, The spring in the arch of the human foot", doi: "10.1038/325147a0", doiVerified: true, evidence: "M-h" },
  "disc-heights": { title: "Height of lumbar discs of 14 adults (anatomyjournal.ir)", doi: null, doiVerified: false, evidence: "S" },
} as const satisfies Readonly<Record<string, Source>>;

/** The identifier of a source; a misspelt one does not compile. */
export type SourceId = keyof typeof sources;
