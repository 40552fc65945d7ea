package fr.suiviclauses.commun;

import java.util.Map;
import org.springframework.boot.web.error.ErrorAttributeOptions;
import org.springframework.boot.webmvc.error.DefaultErrorAttributes;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.WebRequest;

/** What an error page knows: its status and the reference that the log has too; never a message meant for developers. */
@Component
class ErreurAttributes extends DefaultErrorAttributes {

    @Override
    public Map<String, Object> getErrorAttributes(WebRequest request, ErrorAttributeOptions options) {
        Map<String, Object> attributes =
                super.getErrorAttributes(request, ErrorAttributeOptions.of(ErrorAttributeOptions.Include.STATUS));
        Object reference = request.getAttribute(ReferenceFilter.REFERENCE, RequestAttributes.SCOPE_REQUEST);
        if (reference != null) {
            attributes.put(ReferenceFilter.REFERENCE, reference);
        }
        return attributes;
    }
}
