package org.pullquote.names;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Somebody or something of an article while it is found out who is who: two figures that turn out
 * to be one are merged. Only the {@linkplain #top() top} of what was merged is asked.
 */
final class Figure {

  private @Nullable Figure into;
  private EntityKind kind;
  private @Nullable Gender gender;
  private final @Nullable Place place;
  private final Set<List<String>> nameKeys = new LinkedHashSet<>();
  private final List<Role> roles = new ArrayList<>();
  private final Set<String> aliases = new LinkedHashSet<>();

  private Figure(EntityKind kind, @Nullable Place place) {
    this.kind = kind;
    this.place = place;
  }

  static Figure of(Place place) {
    return new Figure(place.kind(), place);
  }

  static Figure of(EntityKind kind) {
    return new Figure(kind, null);
  }

  /** What this was merged into, or itself. */
  Figure top() {
    Figure top = this;
    while (top.into != null) {
      top = top.into;
    }
    return top;
  }

  /** Makes another figure a part of this one. Both must be the top of theirs. */
  void take(Figure other) {
    if (other == this) {
      return;
    }
    other.into = this;
    nameKeys.addAll(other.nameKeys);
    roles.addAll(other.roles);
    aliases.addAll(other.aliases);
    gender = gender != null ? gender : other.gender;
    kind = kind != EntityKind.OTHER ? kind : other.kind;
  }

  EntityKind kind() {
    return top().kind;
  }

  void become(EntityKind known) {
    kind = known;
  }

  @Nullable Gender gender() {
    return gender;
  }

  void setGender(@Nullable Gender known) {
    gender = known;
  }

  /** The place that is known without the article, or null. */
  @Nullable Place place() {
    return place;
  }

  void addName(List<String> keys) {
    nameKeys.add(keys);
  }

  /** The words of each name, without titles. */
  Set<List<String>> nameKeys() {
    return nameKeys;
  }

  boolean isNamed() {
    return place != null || !nameKeys.isEmpty();
  }

  boolean isPerson() {
    return kind == EntityKind.PERSON;
  }

  List<Role> roles() {
    return roles;
  }

  /** Names that the editor gives it. */
  Set<String> aliases() {
    return aliases;
  }

  /** Whether it can have a role: no other of its roles, nor its gender, speaks against it. */
  boolean canHave(Role role) {
    return Gender.agree(gender, role.noun().gender())
        && role.noun().body() != isPerson()
        && roles.stream().noneMatch(role::excludes);
  }

  void add(Role role) {
    roles.add(role);
    if (role.noun().gender() != null) {
      gender = role.noun().gender();
    }
  }

  /** Whether both can be one: at most one of them has a name, and nothing speaks against it. */
  boolean canBe(Figure other) {
    return !(isNamed() && other.isNamed())
        && kind == other.kind
        && Gender.agree(gender, other.gender)
        && other.roles.stream().allMatch(this::canHave);
  }
}
