package fr.suiviclauses;

import javax.sql.DataSource;
import net.ttddyy.dsproxy.QueryCountHolder;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** Counts the SQL statements that a thread sends, so that a page that asks once per row is noticed. */
@TestConfiguration(proxyBeanMethods = false)
public class RequetesComptees {

    @Bean
    static BeanPostProcessor countingDataSource() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof DataSource source && name.equals("dataSource")
                        ? ProxyDataSourceBuilder.create(source).countQuery().build()
                        : bean;
            }
        };
    }

    /** How many statements the present thread sends while it does something. */
    public static long during(Runnable action) {
        QueryCountHolder.clear();
        action.run();
        return QueryCountHolder.getGrandTotal().getTotal();
    }
}
