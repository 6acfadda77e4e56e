// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.afterqueue;

import java.lang.System.Logger.Level;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.SourceDataLine;

/** A short tone of two notes. Made here, because JavaFX plays sounds only with a module of 20 MB. */
final class Tone {

    private static final int RATE = 44_100;
    private static final double NOTE_SECONDS = 0.22;
    private static final double[] HERTZ = {659.3, 880.0};
    private static final double LOUDNESS = 0.25;

    private Tone() {}

    /** Plays it; blocks until it is over. A computer without sound stays silent. */
    static void play() {
        AudioFormat format = new AudioFormat(RATE, 16, 1, true, false);
        try (SourceDataLine line = AudioSystem.getSourceDataLine(format)) {
            byte[] samples = samples();
            line.open(format);
            line.start();
            line.write(samples, 0, samples.length);
            line.drain();
        } catch (LineUnavailableException | IllegalArgumentException e) {
            System.getLogger(Tone.class.getName()).log(Level.DEBUG, "this computer plays no sound", e);
        }
    }

    /** The samples, 16 bits each, little end first. Each note swells and fades, so that it does not crack. */
    static byte[] samples() {
        int each = (int) (RATE * NOTE_SECONDS);
        byte[] bytes = new byte[each * HERTZ.length * 2];
        for (int i = 0; i < each * HERTZ.length; i++) {
            double share = i % each / (double) each;
            double wave = Math.sin(2 * Math.PI * HERTZ[i / each] * (i % each) / RATE) * Math.sin(Math.PI * share);
            int sample = (int) (wave * LOUDNESS * Short.MAX_VALUE);
            bytes[2 * i] = (byte) sample;
            bytes[2 * i + 1] = (byte) (sample >> 8);
        }
        return bytes;
    }
}
