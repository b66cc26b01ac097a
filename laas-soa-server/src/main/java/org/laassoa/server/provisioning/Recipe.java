package org.laassoa.server.provisioning;

import java.util.List;

/** The steps of each kind of operation. */
final class Recipe {

  private Recipe() {}

  static List<Step> of(OperationKind kind) {
    return switch (kind) {
      case PROVISION ->
          List.of(
              new Connect(),
              new Look(),
              new Check(),
              new Upload(),
              new Configure(),
              new Install(),
              new Start(),
              new AwaitOnline());
      case LOOK -> List.of(new Connect(), new Look());
      case UPGRADE ->
          List.of(
              new Connect(),
              new Look(),
              new InstalledCheck(),
              new Check(),
              new Upload(),
              new Configure(),
              new Install(),
              new Start(),
              new AwaitOnline());
      case RESTART ->
          List.of(
              new Connect(), new Look(), new InstalledCheck(), new Restart(), new AwaitOnline());
      case UNINSTALL -> List.of(new Connect(), new Look(), new Stop(), new Remove(), new Forget());
      case DIAGNOSE -> List.of(new Connect(), new Look(), new InstalledCheck(), new Diagnose());
    };
  }
}
