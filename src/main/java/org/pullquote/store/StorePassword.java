package org.pullquote.store;

/** The password of a database's user. It shows itself to nobody who does not ask for it. */
public final class StorePassword {

  private final String secret;

  /**
   * @param secret the password, to the letter
   */
  public StorePassword(String secret) {
    this.secret = secret;
  }

  /** The password itself, for the driver. */
  String secret() {
    return secret;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof StorePassword password && password.secret.equals(secret);
  }

  @Override
  public int hashCode() {
    return secret.hashCode();
  }

  @Override
  public String toString() {
    return "(store password)";
  }
}
