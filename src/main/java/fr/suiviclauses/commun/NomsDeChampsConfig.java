package fr.suiviclauses.commun;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collections;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Spring reads a bracket in a field's name as a place in a list: a made-up one would be counted up to, or fail to be a
 * number. Such a request is refused before it is read; the form of an entry, which has a proof for each criterion, reads
 * its own names.
 */
@Configuration(proxyBeanMethods = false)
class NomsDeChampsConfig implements WebMvcConfigurer {

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new HandlerInterceptor() {
                    @Override
                    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
                        if (Collections.list(request.getParameterNames()).stream()
                                .anyMatch(nom -> nom.indexOf('[') >= 0))
                            throw new RequeteInvalideException("Un nom de champ ne contient pas de crochet.");
                        return true;
                    }
                })
                .excludePathPatterns("/beneficiaires/*/entrees/nouvelle", "/beneficiaires/*/entrees/*/modifier");
    }
}
