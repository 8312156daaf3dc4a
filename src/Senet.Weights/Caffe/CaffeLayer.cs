namespace Senet.Weights;

/// <summary>What a caffemodel says about one layer, gathered field by field: protobuf allows any order.</summary>
sealed class CaffeLayer
{
    // Field numbers of BatchNormParameter and InnerProductParameter.
    const int EpsField = 3, TransposeField = 6;

    /// <summary>Name of the layer.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Type under its current name, such as <c>Convolution</c>.</summary>
    public string Type { get; private set; } = "";

    /// <summary>Number of inputs.</summary>
    public int Bottoms { get; private set; }

    /// <summary>A batch normalisation's eps if the file has it.</summary>
    public float? Eps { get; private set; }

    /// <summary>Whether a fully connected layer's weight is inputs by outputs, if the file says so.</summary>
    public bool? Transpose { get; private set; }

    /// <summary>Where the blobs lie.</summary>
    public List<ProtobufField> Blobs { get; } = [];

    /// <summary>Takes up one field of the layer's message; others are passed over.</summary>
    /// <param name="reader">The file.</param>
    /// <param name="field">The field.</param>
    /// <param name="schema">Which generation of the message it is from.</param>
    public void Add(ProtobufReader reader, ProtobufField field, CaffeLayerSchema schema)
    {
        if (field.Number == schema.Name)
            Name = reader.ReadText(field);
        else if (field.Number == schema.Type)
            Type = schema.HasNumberedTypes ? CaffeLayerSchema.TypeName(field.Value) : reader.ReadText(field);
        else if (field.Number == schema.Bottom)
            Bottoms++;
        else if (field.Number == schema.Blobs)
            Blobs.Add(field);
        else if (field.Number == schema.BatchNorm)
            AddBatchNorm(reader, field);
        else if (field.Number == schema.InnerProduct)
            AddInnerProduct(reader, field);
    }

    void AddBatchNorm(ProtobufReader reader, ProtobufField message)
    {
        foreach (ProtobufField field in reader.Fields(message))
        {
            if (field.Number == EpsField)
                Eps = reader.ReadSingle(field);
        }
    }

    void AddInnerProduct(ProtobufReader reader, ProtobufField message)
    {
        foreach (ProtobufField field in reader.Fields(message))
        {
            if (field.Number == TransposeField)
                Transpose = field.Value != 0;
        }
    }
}
