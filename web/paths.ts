/** Every address of the console. */
export const paths = {
  funds: () => '/',
  fund: (fund: string) => `/f/${fund}`,
  /** A benefit's clause in the fund's notice. */
  clause: (fund: string, benefit: string) => `/f/${fund}#${benefit}`,
  /** What happened? */
  events: (fund: string) => `/f/${fund}/try`,
  /** "What would I get?", at its first question. */
  enquiry: (fund: string, benefit: string) => `/f/${fund}/try/${benefit}`,
  /** One of its questions, or its result. */
  step: (fund: string, benefit: string, step: string) => `/f/${fund}/try/${benefit}?step=${step}`,
}
