package org.pullquote.telegram;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pullquote.store.ReplicaStore;
import org.pullquote.store.SqlStore;
import org.pullquote.telegram.delivery.ChatOwnership;
import org.pullquote.telegram.delivery.Membership;
import org.pullquote.telegram.delivery.RateLimits;
import org.pullquote.telegram.delivery.SharedLimit;

/**
 * How a process stands to others of the same bot: it works alone, or is one of several replicas.
 */
final class Sharing implements AutoCloseable {

  private static final int NAME_LETTERS = 8;

  private final @Nullable Member member;
  private final int perSecond;

  /** One of several. */
  record Member(ReplicaStore store, Membership membership) {}

  private Sharing(@Nullable Member member, int perSecond) {
    this.member = member;
    this.perSecond = perSecond;
  }

  /**
   * How it stands by the store it uses.
   *
   * @throws org.pullquote.store.StoreException if that cannot be reached
   */
  static Sharing of(SqlStore store, RateLimits.Rates rates) {
    return new Sharing(store.replicas().map(Sharing::join).orElse(null), rates.perSecond());
  }

  private static Member join(ReplicaStore replicas) {
    return new Member(replicas, new Membership(replicas, name(), System::nanoTime, Thread::sleep));
  }

  /** Of this run: one that begins anew has nothing of the chats that the one before had. */
  private static String name() {
    return host() + "-" + UUID.randomUUID().toString().substring(0, NAME_LETTERS);
  }

  private static String host() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "replica";
    }
  }

  /** This replica; empty where the process works alone. */
  Optional<Member> member() {
    return Optional.ofNullable(member);
  }

  /** The chats that are this process's. */
  ChatOwnership ownership() {
    return member == null ? ChatOwnership.ALL : member.membership();
  }

  /** The limit that all share; null where there are no others. */
  RateLimits.@Nullable Overall limit() {
    return member == null ? null : new SharedLimit(member.store(), perSecond, Thread::sleep);
  }

  /** Whether this process does what only one may do. */
  boolean leads() {
    return member == null || member.membership().leads();
  }

  /** Whether it is in touch with the others, if there are any. */
  boolean isCurrent() {
    return member == null || member.membership().isCurrent();
  }

  /** Leaves the others. */
  @Override
  public void close() {
    if (member != null) {
      member.membership().close();
    }
  }
}
