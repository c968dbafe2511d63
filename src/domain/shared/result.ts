export type Ok<T> = { readonly ok: true; readonly value: T }
export type Refusal<R> = { readonly ok: false; readonly refusal: R }

/** What a command answers: a value, or a refusal with its reason. Refusals are expected and typed; faults are thrown. */
export type Result<T, R> = Ok<T> | Refusal<R>

export const ok = <T>(value: T): Ok<T> => ({ ok: true, value })
export const refuse = <R>(refusal: R): Refusal<R> => ({ ok: false, refusal })
