// Generated from stackone.openapi.yaml by scripts/generate-openapi.ts: change that file, not this one.

export interface paths {
    "/requests/logs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Recent request logs; filters travel flat, as in StackOne's own SDKs, and may not be heeded */
        get: operations["listRequestLogs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/requests/logs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The log of one request, older generation */
        get: operations["getRequestLog"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/requests/logs/steps": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Steps of requests, older generation; its filters may not be heeded either */
        get: operations["listRequestSteps"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/logs/actions/{actionRunId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The log of one action run, newer generation */
        get: operations["getActionLog"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/logs/steps": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Steps of action runs, newer generation; its filters are not documented */
        post: operations["listStepLogs"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One linked account, without a wrapper around it */
        get: operations["getAccount"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        ErrorEnvelope: {
            statusCode?: number | null;
            message?: string | null;
            timestamp?: string | null;
        } & {
            [key: string]: unknown;
        };
        RequestLogList: {
            data?: components["schemas"]["RequestLog"][] | null;
            next?: string | null;
        } & {
            [key: string]: unknown;
        };
        RequestLogResult: {
            data?: components["schemas"]["RequestLog"] | null;
        } & {
            [key: string]: unknown;
        };
        RequestLog: {
            request_id?: string | null;
            /** Format: date-time */
            event_datetime?: string | null;
            /** Format: date-time */
            start_time?: string | null;
            /** @description Twenty digits: too long for a number */
            account_id?: string | null;
            /** @description Lower case in the examples */
            http_method?: string | null;
            path?: string | null;
            url?: string | null;
            status?: number | null;
            /** @description Milliseconds */
            duration?: number | null;
            success?: boolean | null;
            provider?: string | null;
            request?: components["schemas"]["AdvancedRequest"] | null;
            response?: components["schemas"]["AdvancedResponse"] | null;
            /** @description One for each call from StackOne to the provider */
            step_requests?: components["schemas"]["StepLog"][] | null;
        } & {
            [key: string]: unknown;
        };
        StepLog: {
            request_id?: string | null;
            /** Format: date-time */
            start_time?: string | null;
            http_method?: string | null;
            path?: string | null;
            url?: string | null;
            status?: number | null;
            /** @description Milliseconds */
            duration?: number | null;
            provider?: string | null;
            request?: components["schemas"]["AdvancedRequest"] | null;
            response?: components["schemas"]["AdvancedResponse"] | null;
        } & {
            [key: string]: unknown;
        };
        RequestStepList: {
            data?: components["schemas"]["StepLog"][] | null;
            next?: string | null;
        } & {
            [key: string]: unknown;
        };
        /** @description Headers and body come too; we never read them */
        AdvancedRequest: {
            method?: string | null;
            url?: ({
                url?: string | null;
                hostname?: string | null;
                path?: string | null;
            } & {
                [key: string]: unknown;
            }) | null;
        } & {
            [key: string]: unknown;
        };
        /** @description Headers and body come too; we never read them */
        AdvancedResponse: {
            status_code?: number | null;
            provider_errors?: components["schemas"]["ProviderError"][] | null;
        } & {
            [key: string]: unknown;
        };
        ProviderError: {
            status?: number | null;
            /** @description Absolute, or a path alone */
            url?: string | null;
            /** @description The provider's answer as it came */
            raw?: unknown;
        } & {
            [key: string]: unknown;
        };
        StepLogList: {
            data?: components["schemas"]["ActionStep"][] | null;
        } & {
            [key: string]: unknown;
        };
        /** @description Says what ran and how it ended, not which address was called */
        ActionStep: {
            action_run_id?: string | null;
            step_index?: number | null;
            step_id?: string | null;
            step_function_name?: string | null;
            duration_ms?: number | null;
            skipped?: boolean | null;
            success?: boolean | null;
            status_code?: number | null;
            message?: string | null;
        } & {
            [key: string]: unknown;
        };
        /** @description Credentials, set-up and owner come too; we never read them */
        LinkedAccount: {
            id?: string | null;
            provider?: string | null;
            /** @description active, inactive, suspended, archived, expired, error; open */
            status?: string | null;
            status_reasons?: components["schemas"]["AccountReason"][] | null;
        } & {
            [key: string]: unknown;
        };
        AccountReason: {
            code?: string | null;
            description?: string | null;
            /** Format: date-time */
            timestamp?: string | null;
        } & {
            [key: string]: unknown;
        };
        ActionLog: {
            log_id?: string | null;
            action_run_id?: string | null;
            /** Format: date-time */
            event_time?: string | null;
            /** Format: date-time */
            start_time?: string | null;
            duration_ms?: number | null;
            account_id?: string | null;
            success?: boolean | null;
            status_code?: number | null;
            connector_key?: string | null;
            http_method?: string | null;
            url?: string | null;
        } & {
            [key: string]: unknown;
        };
    };
    responses: {
        /** @description The platform's error envelope; 408 and 429 come with Retry-After, in seconds */
        Refusal: {
            headers: {
                "Retry-After"?: string;
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorEnvelope"];
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    listRequestLogs: {
        parameters: {
            query?: {
                /** @description 25 if left out, at most 100 */
                page_size?: number;
                /** @description The cursor of the page before */
                next?: string;
                order_by?: "provider" | "service" | "status" | "eventDatetime" | "duration";
                order_direction?: "asc" | "desc";
                /** @description Separated by commas */
                account_ids?: string;
                /** @description Separated by commas */
                providers?: string;
                /** @description Separated by commas */
                status_codes?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Rows, newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RequestLogList"];
                };
            };
            default: components["responses"]["Refusal"];
        };
    };
    getRequestLog: {
        parameters: {
            query?: {
                /** @description One value. step_logs brings step_requests; advanced_logs brings request and response, where the project keeps them (Advanced Logs is off by default). */
                include?: "step_logs" | "advanced_logs";
            };
            header?: never;
            path: {
                /** @description The request ID, a UUID */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The log */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RequestLogResult"];
                };
            };
            default: components["responses"]["Refusal"];
        };
    };
    listRequestSteps: {
        parameters: {
            query?: {
                /** @description Separated by commas */
                request_ids?: string;
                /** @description 25 if left out, at most 100 */
                page_size?: number;
                /** @description The cursor of the page before */
                next?: string;
                order_by?: "provider" | "service" | "status" | "eventDatetime" | "duration";
                order_direction?: "asc" | "desc";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Rows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RequestStepList"];
                };
            };
            default: components["responses"]["Refusal"];
        };
    };
    getActionLog: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A UUID, which alone cannot be told from a request ID */
                actionRunId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The log, without a wrapper around it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActionLog"];
                };
            };
            default: components["responses"]["Refusal"];
        };
    };
    listStepLogs: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description Steps */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StepLogList"];
                };
            };
            default: components["responses"]["Refusal"];
        };
    };
    getAccount: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Twenty digits in most projects */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The account */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LinkedAccount"];
                };
            };
            default: components["responses"]["Refusal"];
        };
    };
}
