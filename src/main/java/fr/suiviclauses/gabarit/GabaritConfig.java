package fr.suiviclauses.gabarit;

import java.time.Duration;
import lombok.RequiredArgsConstructor;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The layout on every page, and its font. */
@Configuration(proxyBeanMethods = false)
@RequiredArgsConstructor
class GabaritConfig implements WebMvcConfigurer {

    /** Where the font's archive keeps its files; the version is the pom's, and GabaritTest reads one of them. */
    static final String INTER = "classpath:/META-INF/resources/_static/inter/5.2.5/files/";

    private final GabaritInterceptor interceptor;

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(interceptor);
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/polices/*.woff2")
                .addResourceLocations(INTER)
                .setCacheControl(CacheControl.maxAge(Duration.ofDays(365)).cachePublic());
    }
}
