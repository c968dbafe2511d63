/** The sounds of staff screens, made on the spot. Browsers stay silent until somebody has touched the page. */
let audio: AudioContext | null = null

const isOn = (): boolean => audio?.state === 'running'

/** Turns sound on at the first touch or key; until then [data-sound] buttons say that it is off. */
export function startSound(): void {
  const unlock = async () => {
    audio ??= new AudioContext()
    if (audio.state !== 'running') await audio.resume().catch(() => {})
    show()
  }
  const show = () => {
    for (const button of document.querySelectorAll<HTMLElement>('[data-sound]')) button.hidden = isOn()
  }
  for (const event of ['pointerdown', 'keydown']) addEventListener(event, () => void unlock())
  if (navigator.userActivation?.hasBeenActive) void unlock()
  show()
}

/** A bell: something new has come. */
export const ring = (): void => play([880, 1_175, 1_568], 0.16, 'sine', 0.5)

/** An alarm: what is on the screen cannot be trusted. */
export const alarm = (): void => play([392, 311, 392, 311], 0.22, 'square', 0.2)

/** Notes in Hz one after the other, each `length` seconds. */
function play(notes: readonly number[], length: number, type: OscillatorType, volume: number): void {
  if (!audio || !isOn()) return
  notes.forEach((pitch, index) => {
    const at = audio!.currentTime + index * length
    const gain = new GainNode(audio!, { gain: 0 })
    gain.gain.setValueAtTime(volume, at)
    gain.gain.exponentialRampToValueAtTime(0.001, at + length * 1.8)
    const tone = new OscillatorNode(audio!, { type, frequency: pitch })
    tone.connect(gain).connect(audio!.destination)
    tone.start(at)
    tone.stop(at + length * 2)
  })
}
