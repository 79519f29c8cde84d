package org.pullquote.search;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.Map;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * A call of a model, from its first tensor until its results are read. The program must not end
 * within one: ONNX Runtime has a shutdown hook of its own, which releases what a call still uses,
 * and the process would crash (microsoft/onnxruntime#31352).
 */
final class OnnxCall implements AutoCloseable {

  /** Shared by the calls, and held alone by the end of the program. */
  static final ReadWriteLock LOCK = new ReentrantReadWriteLock();

  private final OrtEnvironment environment;
  private final OrtSession session;

  private OnnxCall(OrtEnvironment environment, OrtSession session) {
    this.environment = environment;
    this.session = session;
  }

  /** Begins one; where the program is ending, waits for the end instead. */
  static OnnxCall begin(OrtEnvironment environment, OrtSession session) {
    LOCK.readLock().lock();
    return new OnnxCall(environment, session);
  }

  /** Waits for the calls under way, and lets no other begin, ever. */
  static void endAll() {
    LOCK.writeLock().lock();
  }

  /** A tensor, to be closed within this call. */
  OnnxTensor tensor(long[] values, long... shape) throws OrtException {
    return OnnxTensor.createTensor(environment, LongBuffer.wrap(values), shape);
  }

  /** A tensor, to be closed within this call. */
  OnnxTensor tensor(FloatBuffer values, long... shape) throws OrtException {
    return OnnxTensor.createTensor(environment, values, shape);
  }

  /** Runs the model; the result is to be closed within this call. */
  OrtSession.Result run(Map<String, OnnxTensor> inputs) throws OrtException {
    return session.run(inputs);
  }

  /** Ends the call; by the thread that began it. */
  @Override
  public void close() {
    LOCK.readLock().unlock();
  }
}
