package org.pullquote.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what belongs to one bot to one process. The operating system lets go of it when the process
 * ends.
 */
public final class InstanceLock implements AutoCloseable {

  private final FileChannel channel;

  private InstanceLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Takes the lock.
   *
   * @param file made if it is not there; its folder must be
   * @throws StoreException if another process has it, or it cannot be made
   */
  public static InstanceLock take(Path file) {
    FileChannel channel = null;
    try {
      channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (tryLock(channel) == null) {
        channel.close();
        throw new StoreException(
            file.getParent()
                + " is in use by another Pullquote that runs this bot: stop that one, or set"
                + " state.dir to another folder and use another bot token");
      }
      return new InstanceLock(channel);
    } catch (IOException e) {
      closeQuietly(channel);
      throw new StoreException(
          file + " cannot be locked (" + e.getClass().getSimpleName() + "): check state.dir", e);
    }
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      // This very process has it.
      return null;
    }
  }

  private static void closeQuietly(@Nullable FileChannel channel) {
    try {
      if (channel != null) {
        channel.close();
      }
    } catch (IOException e) {
      // The first failure is the one to tell of.
    }
  }

  /**
   * Makes the folder of a lock.
   *
   * @throws StoreException if it cannot be made
   */
  public static Path folder(Path folder) {
    try {
      return Files.createDirectories(folder);
    } catch (IOException e) {
      throw new StoreException(
          folder + " cannot be made (" + e.getClass().getSimpleName() + "): check state.dir", e);
    }
  }

  @Override
  public void close() {
    closeQuietly(channel);
  }
}
