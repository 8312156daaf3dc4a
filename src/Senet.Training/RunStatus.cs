using System.Text.Json.Serialization;
using Senet.Graph;

namespace Senet.Training;

/// <summary>How far a run has come.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<RunStatus>))]
public enum RunStatus
{
    /// <summary>Epochs are left: it was stopped or killed, or it is running now.</summary>
    Unfinished,

    /// <summary>All epochs are done.</summary>
    Finished,
}
