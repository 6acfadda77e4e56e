// SPDX-License-Identifier: Apache-2.0
import com.github.weisj.jsvg.SVGDocument;
import com.github.weisj.jsvg.parser.SVGLoader;
import com.github.weisj.jsvg.view.ViewBox;
import java.awt.Component;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.imageio.ImageIO;

/**
 * Draws the mark in every size that is needed. The build runs it as a source file with the folder of the SVG files, the
 * folder for the PNG files of the window and the folder for the icon files of the packages (PNG, ICO and ICNS).
 */
final class RenderIcons {

    private static final List<Integer> SIZES = List.of(16, 24, 32, 48, 64, 128, 256, 512);
    private static final int LARGEST_SMALL = 32;

    private RenderIcons() {}

    public static void main(String[] arguments) throws IOException {
        System.setProperty("java.awt.headless", "true");
        Path drawings = Path.of(arguments[0]);
        Path window = Files.createDirectories(Path.of(arguments[1]));
        Path packages = Files.createDirectories(Path.of(arguments[2]));
        if (isNewerThanAll(window.resolve("twinport-512.png"), drawings)
                && isNewerThanAll(packages.resolve("Twinport.icns"), drawings)) {
            return;
        }
        SVGDocument full = load(drawings.resolve("twinport.svg"));
        SVGDocument small = load(drawings.resolve("twinport-small.svg"));
        Map<Integer, byte[]> images = new TreeMap<>();
        for (int size : SIZES) {
            byte[] png = png(size <= LARGEST_SMALL ? small : full, size);
            images.put(size, png);
            Files.write(window.resolve("twinport-" + size + ".png"), png);
        }
        Files.write(packages.resolve("Twinport.png"), images.get(512));
        Files.write(packages.resolve("Twinport.ico"), ico(images));
        Files.write(packages.resolve("Twinport.icns"), icns(images));
    }

    private static boolean isNewerThanAll(Path made, Path drawings) throws IOException {
        if (!Files.exists(made)) {
            return false;
        }
        try (var sources = Files.newDirectoryStream(drawings)) {
            for (Path source : sources) {
                if (Files.getLastModifiedTime(source).compareTo(Files.getLastModifiedTime(made)) > 0) {
                    return false;
                }
            }
        }
        return true;
    }

    private static SVGDocument load(Path file) throws IOException {
        SVGDocument drawing = new SVGLoader().load(file.toUri().toURL());
        if (drawing == null) {
            throw new IOException(file + " cannot be drawn");
        }
        return drawing;
    }

    private static byte[] png(SVGDocument drawing, int size) throws IOException {
        BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        drawing.render((Component) null, graphics, new ViewBox(0, 0, size, size));
        graphics.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }

    /** Windows: a directory of 16 bytes for each image, then the images as PNG; a width of 256 is written as 0. */
    private static byte[] ico(Map<Integer, byte[]> images) {
        List<Integer> sizes = List.of(16, 24, 32, 48, 64, 256);
        int offset = 6 + 16 * sizes.size();
        int length = offset
                + sizes.stream().mapToInt(size -> images.get(size).length).sum();
        ByteBuffer file = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        file.putShort((short) 0).putShort((short) 1).putShort((short) sizes.size());
        for (int size : sizes) {
            byte[] image = images.get(size);
            file.put((byte) size)
                    .put((byte) size)
                    .putShort((short) 0)
                    .putShort((short) 1)
                    .putShort((short) 32);
            file.putInt(image.length).putInt(offset);
            offset += image.length;
        }
        sizes.forEach(size -> file.put(images.get(size)));
        return file.array();
    }

    /** macOS: each image as PNG behind its type and length; ic11 to ic14 are the doubled sizes. */
    private static byte[] icns(Map<Integer, byte[]> images) {
        Map<String, Integer> types = new LinkedHashMap<>();
        types.put("ic11", 32);
        types.put("ic12", 64);
        types.put("ic07", 128);
        types.put("ic08", 256);
        types.put("ic13", 256);
        types.put("ic09", 512);
        types.put("ic14", 512);
        int length = 8
                + types.values().stream()
                        .mapToInt(size -> 8 + images.get(size).length)
                        .sum();
        ByteBuffer file = ByteBuffer.allocate(length);
        file.put("icns".getBytes(StandardCharsets.US_ASCII)).putInt(length);
        types.forEach((type, size) -> {
            byte[] image = images.get(size);
            file.put(type.getBytes(StandardCharsets.US_ASCII))
                    .putInt(8 + image.length)
                    .put(image);
        });
        return file.array();
    }
}
