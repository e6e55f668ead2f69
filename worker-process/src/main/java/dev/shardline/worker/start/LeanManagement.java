package dev.shardline.worker.start;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import javax.management.MBeanServer;
import javax.management.MBeanServerBuilder;
import javax.management.MBeanServerDelegate;
import javax.management.ObjectInstance;
import javax.management.ObjectName;
import org.jspecify.annotations.Nullable;

/**
 * Builds the JVM's management server, with which every Kafka client registers, and leaves one bean
 * out of it: that which offers jcmd's commands to JMX. To describe them the JDK parses the settings
 * of the flight recorder, an XML file, at each start; that takes a tenth of a second and 4 MB.
 * Everything else is there, and so is jcmd itself.
 *
 * <p>Public, with a public constructor, because the JDK asks for it by name.
 */
public final class LeanManagement extends MBeanServerBuilder {

  private static final String BUILDER = "javax.management.builder.initial";
  private static final String LEFT_OUT = "com.sun.management:type=DiagnosticCommand";

  /** For the JDK. */
  public LeanManagement() {}

  /** From now on, unless another builder was chosen. Has no effect once there is a server. */
  static void choose() {
    if (System.getProperty(BUILDER) == null) {
      System.setProperty(BUILDER, LeanManagement.class.getName());
    }
  }

  @Override
  public MBeanServer newMBeanServer(
      String defaultDomain, @Nullable MBeanServer outer, MBeanServerDelegate delegate) {
    MBeanServer server = super.newMBeanServer(defaultDomain, outer, delegate);
    InvocationHandler handler =
        (proxy, method, arguments) -> {
          if (method.getName().equals("registerMBean")
              && arguments[1] instanceof ObjectName name
              && name.getCanonicalName().equals(LEFT_OUT)) {
            return new ObjectInstance(name, arguments[0].getClass().getName());
          }
          try {
            return method.invoke(server, arguments);
          } catch (InvocationTargetException e) {
            throw e.getCause();
          }
        };
    return (MBeanServer)
        Proxy.newProxyInstance(
            LeanManagement.class.getClassLoader(), new Class<?>[] {MBeanServer.class}, handler);
  }
}
