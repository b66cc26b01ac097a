package org.laassoa.builder.server;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.laassoa.wire.ActionOrder;
import org.laassoa.wire.CompleteRequest;
import org.laassoa.wire.ConsumeRequest;
import org.laassoa.wire.FetchAnswer;
import org.laassoa.wire.FetchRequest;
import org.laassoa.wire.JoinAnswer;
import org.laassoa.wire.JoinRequest;
import org.laassoa.wire.LogAnswer;

/** The paths, methods and bodies of the protocol; {@link HttpServerConnection} gives it sense. */
@Path("/")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public interface AgentApi {

  /** First contact. */
  @POST
  @Path("join_agent")
  JoinAnswer join(JoinRequest request);

  /** A poll. */
  @POST
  @Path("consume_action")
  List<ActionOrder> consume(
      @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization, ConsumeRequest request);

  /** Scripts. */
  @POST
  @Path("fetch_data")
  FetchAnswer fetch(
      @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization, FetchRequest request);

  /** Log bytes as they are: JSON would cost an escape for each and cannot carry all of them. */
  @POST
  @Path("log_data")
  @Consumes(MediaType.APPLICATION_OCTET_STREAM)
  LogAnswer appendLog(
      @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization,
      @QueryParam("action_id") String actionId,
      @QueryParam("attempt") int attempt,
      @QueryParam("offset") long offset,
      byte[] bytes);

  /** The end of an attempt; whatever the answer's body is, its status says all. */
  @POST
  @Path("complete_action")
  void complete(
      @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization, CompleteRequest request);
}
