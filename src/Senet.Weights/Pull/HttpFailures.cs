using System.Globalization;
using System.Net;
using System.Net.Http.Headers;

namespace Senet.Weights;

/// <summary>Turns what HTTP can do wrong into failed attempts.</summary>
static class HttpFailures
{
    /// <summary>The failure of a request that got no answer, or whose answer broke off.</summary>
    public static DownloadFailure Of(Exception error) => error switch
    {
        HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } => new("the host cannot be found", isTransient: false, error) { IsUnreachable = true },
        HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } => new($"no secure connection: {Innermost(error)}", isTransient: false, error),
        HttpRequestException { HttpRequestError: HttpRequestError.ProxyTunnelError } => new($"the proxy refuses: {Innermost(error)}", isTransient: false, error),
        HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError } => new($"no connection: {Innermost(error)}", isTransient: true, error) { IsUnreachable = true },
        _ => new($"the connection broke: {Innermost(error)}", isTransient: true, error),
    };

    /// <summary>The failure that a status other than success stands for.</summary>
    public static DownloadFailure Of(HttpResponseMessage response)
    {
        HttpStatusCode status = response.StatusCode;
        bool transient = (int)status >= 500 || status is HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests;
        return new(string.Create(CultureInfo.InvariantCulture, $"the server answers {(int)status} {FileErrors.OneLine(response.ReasonPhrase ?? "")}").TrimEnd(), transient)
        {
            RetryAfter = Pause(response.Headers.RetryAfter),
        };
    }

    static TimeSpan? Pause(RetryConditionHeaderValue? header) => header?.Delta ?? header?.Date - DateTimeOffset.UtcNow;

    static string Innermost(Exception error) => FileErrors.OneLine(error.GetBaseException().Message).TrimEnd('.');
}
