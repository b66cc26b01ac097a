package org.laassoa.wire;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/**
 * What an agent needs to do one action; handed only to the action's owner. Which record it is,
 * {@code action} says. Sealed, so that the compiler finds every place that must know a new one.
 * Read by an agent that does not know the type, it is null.
 */
@JsonTypeInfo(
    use = JsonTypeInfo.Id.NAME,
    include = JsonTypeInfo.As.EXISTING_PROPERTY,
    property = "action",
    visible = true,
    defaultImpl = Void.class)
@JsonSubTypes({
  @Type(
      value = BuildData.class,
      names = {"build", "build_parent_image"}),
  @Type(value = CleanData.class, name = "clean"),
  @Type(value = DiagnoseData.class, name = "diagnose")
})
public sealed interface ActionData permits BuildData, CleanData, DiagnoseData {

  /** The action's type, see {@link ActionType}. */
  String action();

  /** The action's number. */
  String actionId();
}
