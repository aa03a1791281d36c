const tick = 250;

/**
 * Waits so long, counted in turns of this process: one that was busy with itself does not take it
 * for the silence of others.
 * @param milliseconds a multiple of 250
 */
export async function turns(milliseconds: number): Promise<void> {
  for (let passed = 0; passed < milliseconds; passed += tick)
    await new Promise((turn) => setTimeout(turn, tick).unref());
}
