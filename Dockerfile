# The application alone, for a PostgreSQL of its own: see docker-compose.yml.
FROM eclipse-temurin:17-jdk AS build
WORKDIR /build
COPY mvnw pom.xml lombok.config ./
COPY .mvn .mvn
# The dependencies change rarely: a change of the sources alone does not fetch them again.
RUN ./mvnw -B -q dependency:go-offline
COPY src src
RUN ./mvnw -B -q package -Dmaven.test.skip=true -Dspotless.check.skip=true \
    && java -Djarmode=tools -jar target/suivi-clauses.jar extract --layers --destination layers \
    # The embedded PostgreSQL of other systems than this image's.
    && rm -f layers/dependencies/lib/embedded-postgres-binaries-darwin-*.jar \
             layers/dependencies/lib/embedded-postgres-binaries-windows-*.jar \
             layers/dependencies/lib/embedded-postgres-binaries-*-alpine-*.jar

FROM eclipse-temurin:17-jre
RUN useradd --system --user-group --no-create-home --shell /usr/sbin/nologin suivi \
    && install --directory --owner=suivi --group=suivi --mode=0700 /donnees
WORKDIR /application
COPY --from=build /build/layers/dependencies/ ./
COPY --from=build /build/layers/spring-boot-loader/ ./
COPY --from=build /build/layers/snapshot-dependencies/ ./
COPY --from=build /build/layers/application/ ./
USER suivi
# Used only when no SPRING_DATASOURCE_URL is given: the embedded PostgreSQL then lives here.
ENV SUIVI_DONNEES=/donnees
EXPOSE 8080
# 503 until the migrations (and the demonstration) are loaded. By bash alone: the image has no HTTP client.
HEALTHCHECK --interval=10s --timeout=5s --start-period=120s --retries=3 CMD ["bash", "-c", \
    "exec 3<>/dev/tcp/127.0.0.1/${SERVER_PORT:-8080} && printf 'GET /actuator/health HTTP/1.0\\r\\n\\r\\n' >&3 && IFS= read -r answer <&3 && [[ $answer == *' 200 '* ]]"]
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=75", "-XX:+ExitOnOutOfMemoryError", "-jar", "suivi-clauses.jar"]
