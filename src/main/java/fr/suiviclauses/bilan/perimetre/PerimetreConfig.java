package fr.suiviclauses.bilan.perimetre;

import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Lets a controller take a {@link Perimetre} as an argument. */
@Configuration(proxyBeanMethods = false)
@RequiredArgsConstructor
class PerimetreConfig implements WebMvcConfigurer {

    private final PerimetreResolver resolver;

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(resolver);
    }
}
