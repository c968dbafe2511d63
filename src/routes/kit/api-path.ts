/** Whether a path belongs to the REST API, which answers in JSON and knows no cookies. */
export const isApiPath = (path: string): boolean => /^\/(token|orchestration|api)(\/|$)/.test(path)
