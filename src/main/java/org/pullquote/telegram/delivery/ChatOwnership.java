package org.pullquote.telegram.delivery;

/**
 * Which chats this process works on. By itself it works on all of them; one of several replicas may
 * have lost a chat to another while it was out of touch.
 */
public interface ChatOwnership {

  /** Of a process that shares with nobody. */
  ChatOwnership ALL =
      new ChatOwnership() {
        @Override
        public void require(long chat) {
          // There is nobody to lose it to.
        }

        @Override
        public boolean isShared() {
          return false;
        }
      };

  /** A chat is another replica's by now: what is left to do in it is theirs. */
  final class LostException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public LostException() {
      super("another replica works on this chat by now");
    }
  }

  /**
   * Returns if a chat is this process's at this moment; where that cannot be told, it waits.
   *
   * @throws LostException if it is not
   * @throws InterruptedException if the thread is interrupted while it waits
   */
  void require(long chat) throws InterruptedException;

  /** Whether there may be others. */
  boolean isShared();
}
