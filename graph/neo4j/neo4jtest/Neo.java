import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.configuration.connectors.BoltConnector;
import org.neo4j.configuration.connectors.ConnectorPortRegister;
import org.neo4j.configuration.connectors.ConnectorType;
import org.neo4j.configuration.helpers.SocketAddress;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;
import org.neo4j.io.ByteUnit;
import org.neo4j.kernel.internal.GraphDatabaseAPI;

/**
 * Neo DIR PORT PAGECACHE [REPLAN] serves a Neo4j in DIR over Bolt until its standard input ends, then takes DIR away.
 * PAGECACHE is in MiB; REPLAN, in hours, is how long a plan is kept though the graph has grown: 10 s if not given.
 */
class Neo {
    public static void main(String[] args) throws Exception {
        Path dir = Path.of(args[0]);
        var builder = new DatabaseManagementServiceBuilder(dir)
                .setConfig(BoltConnector.enabled, true)
                .setConfig(BoltConnector.listen_address, new SocketAddress("127.0.0.1", Integer.parseInt(args[1])))
                .setConfig(GraphDatabaseSettings.pagecache_memory, ByteUnit.mebiBytes(Long.parseLong(args[2])))
                .setConfig(GraphDatabaseSettings.preallocate_logical_logs, false)
                .setConfig(GraphDatabaseSettings.preallocate_store_files, false);
        if (args.length > 3) {
            builder.setConfig(GraphDatabaseSettings.cypher_min_replan_interval, Duration.ofHours(Integer.parseInt(args[3])));
        }
        var dbms = builder.build();
        var db = (GraphDatabaseAPI) dbms.database(GraphDatabaseSettings.DEFAULT_DATABASE_NAME);
        var ports = db.getDependencyResolver().resolveDependency(ConnectorPortRegister.class);
        System.out.println("port " + ports.getLocalAddress(ConnectorType.BOLT).getPort());

        while (System.in.read() >= 0) { }
        try (var files = Files.walk(dir)) {
            files.sorted(Comparator.reverseOrder()).forEach(f -> f.toFile().delete());
        }
        Runtime.getRuntime().halt(0);
    }
}
