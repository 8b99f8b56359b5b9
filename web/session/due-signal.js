const TONE = { frequency: 880, seconds: 0.4, loudness: 0.2 };
const VIBRATION = [300, 150, 300];

/** A sound and a vibration, where this device has them, once the reader has turned them on. */
export class DueSignal {
  /** @type {AudioContext | null} */
  #audio = null;
  #isOn = false;

  /** Whether this browser has either. */
  static get isThere() {
    return "AudioContext" in window || "vibrate" in navigator;
  }

  /** At a press of the reader: browsers let a page make no sound before one. @param {boolean} isOn */
  turn(isOn) {
    this.#isOn = isOn;
    if (isOn && "AudioContext" in window) {
      this.#audio ??= new AudioContext();
      this.#audio.resume();
      this.give();
    }
  }

  give() {
    if (!this.#isOn) return;
    if ("vibrate" in navigator) navigator.vibrate(VIBRATION);
    if (!this.#audio) return;
    const tone = new OscillatorNode(this.#audio, { frequency: TONE.frequency });
    tone.connect(new GainNode(this.#audio, { gain: TONE.loudness })).connect(this.#audio.destination);
    tone.start();
    tone.stop(this.#audio.currentTime + TONE.seconds);
  }

  end() {
    this.#audio?.close();
    this.#audio = null;
    this.#isOn = false;
  }
}
