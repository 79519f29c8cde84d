package org.pullquote.search;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.zip.CRC32;

/** A model's file, run by ONNX Runtime. */
final class OnnxSession implements AutoCloseable {

  private final OrtEnvironment environment;
  private final OrtSession session;
  private final String checksum;

  /**
   * Loads a model of the program's own resources.
   *
   * @param resource the name of its file
   * @throws IllegalStateException if it cannot run on this machine
   */
  OnnxSession(String resource) {
    this(resource(resource));
  }

  /**
   * Loads a model.
   *
   * @param file what its file holds
   * @throws IllegalStateException if it cannot run on this machine, or is no model
   */
  OnnxSession(byte[] file) {
    OnnxCall.LOCK.readLock().lock();
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      environment = OrtEnvironment.getEnvironment();
      // Several texts at a time, each on one processor, are read faster than one text on several.
      options.setIntraOpNumThreads(1);
      options.setInterOpNumThreads(1);
      CRC32 sum = new CRC32();
      sum.update(file);
      checksum = Long.toHexString(sum.getValue());
      session = environment.createSession(file, options);
    } catch (OrtException | LinkageError e) {
      throw new IllegalStateException("the model does not run here: " + reason(e), e);
    } finally {
      OnnxCall.LOCK.readLock().unlock();
    }
  }

  private static byte[] resource(String name) {
    try (InputStream model = OnnxSession.class.getResourceAsStream(name)) {
      return model.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("the model of the program is unreadable", e);
    }
  }

  private static String reason(Throwable fault) {
    Throwable cause = fault;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return String.valueOf(cause.getMessage());
  }

  /** Of the model's file. */
  String checksum() {
    return checksum;
  }

  /** Begins a call of the model, to be closed when what came of it is read. */
  OnnxCall call() {
    return OnnxCall.begin(environment, session);
  }

  @Override
  public void close() {
    try {
      session.close();
    } catch (OrtException e) {
      throw new IllegalStateException("closing the model failed", e);
    }
  }
}
